// Something to hover over: each status explains itself, the timeout stays silent.

export async function readPage(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(500) });
  if (response.status === 299) {
    console.warn("nobody has assigned this status");
  }
  if (response.status === 404 || response.status === 410) {
    return null;
  }
  if (response.status >= 500) {
    throw new Error("the server knows that it failed");
  }
  return response.text();
}
