// What classes of statuses over HTTP leave out, http.
class Classes {
  (400 to 499).filter(_ != 404).foreach(fails) //: 400 bound, 499 bound, 404 status
  (1 to 499).filter(_ != 404).foreach(counts)
}
