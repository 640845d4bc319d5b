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
