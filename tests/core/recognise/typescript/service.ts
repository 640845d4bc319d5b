// Typed uses of a status. `//:` says what a line holds; a line without it holds nothing.
import { HttpCode, HttpException, HttpStatus } from "@nestjs/common";

export enum HttpCodes {
  NotFound = 404, //: 404 status
  Teapot = 418, //: 418 status
}

export enum Breakpoint {
  Small = 404,
  Large = 510,
}

export interface Gone {
  status: 410; //: 410 status
  width: 410;
}

export type RedirectStatus = 301 | 302 | 308; //: 301 status, 302 status, 308 status
export type Weight = 300 | 400 | 500;

export class Orders {
  private readonly statusCode: number = 200; //: 200 status
  private readonly columns: number = 200;

  @HttpCode(204) //: 204 status
  remove(id: number, status: number = 404): number { //: 404 status
    if (id > 400) {
      throw new HttpException("none", HttpStatus.NOT_FOUND); //: 404 constant
    }
    const expected = 202 as HttpStatus; //: 202 status
    const height = 202 as number;
    const teapot = { status: 418 as const, width: 418 as const }; //: 418 status
    return teapot.width + height + status + expected + this.statusCode + this.columns;
  }

  getStatus(): number {
    return 503; //: 503 status
  }

  getHeight(): number {
    return 503;
  }
}
