// Ranges that are made with named ends. `//:` says what a line holds; a line without it holds nothing.
let failed = HttpStatusCodeRange(min: 500, max: 599) //: 500 bound, 599 bound
let wide = WidthRange(min: 500, max: 599)
