import express from "express";
import { StatusCodes } from "http-status-codes";

const app = express();
const RETRY_AFTER_MS = 500;
const RETRY_STATUSES = [429, 502, 503, 504];

export async function placeOrder(url: string, order: unknown): Promise<Response> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(order) });
  if (RETRY_STATUSES.includes(response.status)) {
    await new Promise((done) => setTimeout(done, RETRY_AFTER_MS));
    return placeOrder(url, order);
  }
  switch (response.status) {
    case 201:
      return response;
    case 499:
      throw new Error("the gateway gave up");
    default:
      throw new Error(`the shop answered ${response.status}`);
  }
}

app.post("/checkout", async (request, response) => {
  if (!request.body) {
    return response.status(StatusCodes.BAD_REQUEST).json({ error: "the basket is empty" });
  }
  const placed = await placeOrder("http://127.0.0.1:404/orders", request.body);
  return response.status(44).json(await placed.json());
});

app.listen(300);
