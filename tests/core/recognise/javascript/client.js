// What clients and tests do with a status. `//:` says what a line holds; a line without it holds nothing.
import axios from "axios";
import request from "supertest";

const LIMITS = [429, 503];
const RETRY_STATUSES = [429, 503]; //: 429 status, 503 status

export async function load(url) {
  const response = await fetch(url, { timeout: 500 });
  switch (response.status) {
    case 401: //: 401 status
      return login();
    case 404: //: 404 status
    case 410: //: 410 status
      return null;
    default:
  }
  switch (response.size) {
    case 404:
      return null;
    default:
  }
  if ([502, 504].includes(response.status)) return load(url); //: 502 status, 504 status
  if ([502, 504].includes(response.length)) return load(url);
  if (Math.floor(response.status / 100) === 5) return null; //: 5xx class
  if (response.headers.get("status") === "404") return null; //: 404 status
  if (response.width === 404 || url.length > 300) return null;
  return axios.get(url, { validateStatus: (status) => status < 500 }); //: 500 bound
}

describe("the shop", () => {
  it("answers", async () => {
    const res = await request(app).get("/").expect(200); //: 200 status
    expect(res.status).toBe(200); //: 200 status
    expect(res.status).not.toEqual(404); //: 404 status
    expect(res.statusCode).toBeLessThan(400); //: 400 bound
    assert.strictEqual(res.statusCode, 201); //: 201 status
    expect([200, 204]).toContain(res.status); //: 200 status, 204 status
    expect([200, 204]).toContain(res.body.total);
    expect(error).toHaveProperty("status", 403); //: 403 status
    expect(error).toHaveProperty("width", 403);
    assert.strictEqual(res.statusCode, 500, JSON.stringify(res.body)); //: 500 status
    expect(res.body.items).toHaveLength(200);
    expect(res.body.count).toBe(404);
    res.should.have.status(403); //: 403 status
  });
});

const line = `HTTP/1.1 404 Not Found`; //: 404 status
const note = "there are 404 reasons"; // 404 of them
export { LIMITS, line, note };
