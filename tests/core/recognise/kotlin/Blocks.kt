// What a block is given by the method that it is for. `//:` says what a line holds; a line without it holds nothing.
package shop

fun retry(response: Response, basket: Basket) {
    retryIf { _, answer -> answer.status.value.let { it == 429 } } //: 429 status
    retryIf { _, answer -> answer.items.size.let { it == 429 } }
    if (response.status.takeIf { it == 503 } != null) return //: 503 status
    if (basket.weight.takeIf { it == 503 } != null) return
    if (response.status.let { s -> s >= 500 }) return //: 500 bound
    if (basket.weight.let { s -> s >= 500 }) return
}
