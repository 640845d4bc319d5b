// Numbers over HTTP that are no status.
package shop
import "net/http"
func others() {
	addr := net.JoinHostPort(host, "443")
	req.Header.Set("Range", "bytes=200-404")
	c := Config{Port: 503, MaxConns: 404, Timeout: 500, PageSize: 200}
	err := &mysql.MySQLError{Number: 404}
	if pgErr.Code == "404" { }
	w.Header().Set("Content-Length", "404")
	for i := 0; i < 500; i++ { }
	resp, err := client.List(ctx, 200)
	resp, err := client.Upload(ctx, data, 404)
	assert.Equal(t, 200, len(resp.Items))
	assert.Equal(t, int64(404), resp.ContentLength)
	assert.Equal(t, 404, resp.Total)
	t.Errorf("want %d items, got %d: status", 404, len(x))
	rows := []int{200, 404}
	sleep(500 * time.Millisecond)
}
