// Statuses in types. `//:` says what a line holds.
import { HttpStatusCode } from './http';

type Answer = CustomStatusResponse<200>; //: 200 status
type Buffered = RingBuffer<200>;
type Failures = { status: Exclude<HttpStatusCode, 201 | 404> }; //: 201 status, 404 status
interface Contract {
  responses: { 200: Orders; [404]: Missing }; //: 200 status, 404 status
  sizes: { 200: Orders; [404]: Missing };
  status: 201 | 400; //: 201 status, 400 status
}
type Found = Contract['responses'][200]; //: 200 status
type Small = Contract['sizes'][200];
const answer = z.object({ status: z.literal(404), width: z.literal(404) }); //: 404 status
type StatusCode = 100 | 101 | 102 | 103 | 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | 300 | 301 | 302 | 303 | 304 | 307 | 308 | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413; //: 100 status, 101 status, 102 status, 103 status, 200 status, 201 status, 202 status, 203 status, 204 status, 205 status, 206 status, 207 status, 208 status, 226 status, 300 status, 301 status, 302 status, 303 status, 304 status, 307 status, 308 status, 400 status, 401 status, 402 status, 403 status, 404 status, 405 status, 406 status, 407 status, 408 status, 409 status, 410 status, 411 status, 412 status, 413 status
const options = { doNotRetry: [400, 401, 403, 404, 422], rooms: [101, 222, 303] }; //: 400 status, 401 status, 403 status, 404 status, 422 status
