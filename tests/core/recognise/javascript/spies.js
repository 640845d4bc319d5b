// Spies, taps and Cypress: calls that compare what they are given. `//:` says what a line holds.
t.same(res.status, 500); //: 500 status
t.same(res.body.length, 500);
sinon.assert.calledWith(res.status, 500); //: 500 status
sinon.assert.calledWith(res.setTimeout, 500);
cy.request('/orders').its('status').should('eq', 500); //: 500 status
cy.request('/orders').its('size').should('eq', 500);
res.view('404'); //: 404 status
