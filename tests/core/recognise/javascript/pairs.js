// Lists that face lists, and what stands in for something. `//:` says what a line holds; a line without it holds nothing.
expect([res.status, res.headers.get("location")]).toEqual([307, path]); //: 307 status
expect([tea.size, res.headers.get("location")]).toEqual([307, path]);
assert.deepEqual([res.status, path], [307, path]); //: 307 status
assert.deepEqual([tea.size, path], [307, path]);

res.sendStatus(found ?? 404); //: 404 status
res.sendTea(found ?? 404);

function answer(r) {
  if (!r.body) return r.return(400, "no tea"); //: 400 status
  return r.brew(400, "no tea");
}
