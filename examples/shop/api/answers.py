"""Answers: what the shop says where it does not do what it was asked."""


class Refusal(Exception):
    def __init__(self, basket, reason, answer):
        super().__init__(reason)
        self.basket = basket
        self.answer = answer


def refuse(basket, reason, answer):
    raise Refusal(basket, reason, answer)
