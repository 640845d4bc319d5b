// Numbers that are asked themselves. `//:` says what a line holds.
fun Int.isHttpError() = this >= 400 //: 400 bound

fun Int.isGenerous() = this >= 400

class AskedTest {
    @Test
    fun asks() {
        assertTrue(404.isHttpError()) //: 404 status
        assertTrue(404.isGenerous())
        404.shouldBeHttpStatusOf(page) //: 404 status
        404.shouldBeWeightOf(kettle)
    }
}
