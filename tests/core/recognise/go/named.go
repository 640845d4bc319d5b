// Names and messages that say little of a status.
package shop
import "net/http"
func Code(err error) int { if err == nil { return 200 }; return 1 } //: 200 status
func Count(err error) int { if err == nil { return 200 }; return 1 }
const DeleteProjectOKCode int = 200 //: 200 status
func checks(t *testing.T) { t.Errorf("Response code = %v, want %v", res.StatusCode, 200) //: 200 status
 t.Errorf("got wrong status. have=%d, want=%d", resp.Code, 500) //: 500 status
 t.Errorf("got wrong size. have=%d, want=%d", resp.Size, 500) }
