package shop

import "net/http/httptest"

func TestAnswers(t *testing.T) {
	rw := httptest.NewRecorder()
	if rw.Code != 500 { //: 500 status
		t.Errorf("Expected another status but got %d", rw.Code)
	}
	if cup.Code != 500 {
		t.Errorf("Expected another cup but got %d", cup.Code)
	}
	rw.Write([]byte(`{"code":500,"msg":"Internal server error","error_id":"` + id + `"}`)) //: 500 status
	rw.Write([]byte(`{"code":500,"tea":"Green","row":"` + id + `"}`))
	rw.Write([]byte("{\"error_code\": 400, \"description\": \"no such cup\"}")) //: 400 status
	rw.Write([]byte("{\"error_code\": 400, \"cups\": \"none\"}"))
}
