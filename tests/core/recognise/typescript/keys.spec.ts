import request from 'supertest';

it('lists its responses', () => {
  expect(operation.responses).to.have.keys('200'); //: 200 status
  expect(responses).to.have.all.keys('204', '400'); //: 204 status, 400 status
  expect(shelves).to.have.all.keys('204', '400');
  return verifyPost(basePath + '/orders', body, (error, answer) => check(answer), 400); //: 400 status
});

const errorMappings: Record<string, Factory> = { "404": createProblemFromDiscriminatorValue as Factory }; //: 404 status
const mapOfErrands: Record<string, Factory> = { "404": createKettle as Factory };
