// Ranges. `//:` says what a line holds; a line without it holds nothing.
import io.ktor.client.HttpClient

fun spans(n: Int, code: Int) {
    for (i in 100..200) weigh(i)
    for (i in 100 until 200) weigh(i)
    if (n in 200..299) taken() //: 200 bound, 299 bound
    if (code in 100..199) wait() //: 100 bound, 199 bound
}
