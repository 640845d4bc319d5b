export interface Answer {
  statusCode: number;
  status(code: number): Answer;
  json(body: object): Answer;
}

export type Result = { status: 200; body: string } | { status: 404 };

export function answer(): Result {
  return { status: 404 };
}
