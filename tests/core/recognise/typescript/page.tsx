// A page. `//:` says what a line holds; a line without it holds nothing.
export const NotFound = () => <ErrorPage statusCode={404} width={404} />; //: 404 status

export function Banner({ status }: { status: number }) {
  return status === 503 ? <b style={{ width: 503 }}>busy</b> : null; //: 503 status
}
