// Chains of calls, and functions that are handed to one. `//:` says what a line holds.
import request from 'supertest';
import MockAdapter from 'axios-mock-adapter';

describe('orders', () => {
  it('answers', async () => {
    await request(app).get('/orders').expect(200); //: 200 status
    await agent.get('/orders').expect('Content-Type', /json/).expect(500, done); //: 500 status
    await agent.get('/orders').expect('Content-Length', 500);
    expect(await app.handle('/ping').then((answer) => answer.status)).toBe(200); //: 200 status
    expect(await app.handle('/ping').then((answer) => answer.size)).toBe(200);
  });
});

const mock = new MockAdapter(axios);
mock.onGet('/orders').reply(() => [200, orders]); //: 200 status
mock.onGet('/orders').reply(function (config) {
  return [500, { quantity: 404 }]; //: 500 status
});
setTimeout(() => 500, 200);

const isFailure = _.inRange(error.code, 400, 599); //: 400 bound, 599 bound
const isLong = _.inRange(text.length, 400, 599);

const options = {
  preflightStatusCode: Joi.valid(200, 204).default(204), //: 200 status, 204 status, 204 status
  pageSize: Joi.number().valid(200),
};

fetchMock.get('http://shop.test/orders', 200); //: 200 status
fetchMock.once('/orders', 404); //: 404 status
cache.get('orders', 200);
response.writeHeader(200); //: 200 status

const ROUTE_CODES = { get: 200, put: 204, delete: 404 }; //: 200 status, 204 status, 404 status
const ROUTE_WEIGHTS = { get: 200, size: 204, delete: 404 };
const moved = isPermanent ? 301 : 302; // an HTTP redirect //: 301 status, 302 status
const room = isUpstairs ? 301 : 222;
const schema = { response: { 200: { type: 'string' } } }; //: 200 status
const shelf = { cupboard: { 201: { type: 'string' } } };
reply(500, { 'content-type': 'text/plain' }, ''); //: 500 status
const answers = [['/orders', 200, '/'], ['/mugs', 404, '/']]; //: 200 status, 404 status
for (const [path, answer] of [['/orders', 200]]) load(path, answer); //: 200 status
const lengths = [['orders', 200, 'x']];
const failures = [true, false, 123, [], ['']];
const metadata = { 'Content-Length': 404, 'x-shop-weight': 404, 'x-upstream-status': 404 }; //: 404 status
shop(app).expect(404).then(close); //: 404 status
if (!mine) throw new Refused('this mug is not yours', 403); //: 403 status
if (!mine) report(new Shelf('this mug is not yours', 403));
