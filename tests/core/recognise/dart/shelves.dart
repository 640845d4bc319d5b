import 'dart:io';

class Shelf extends Furniture {
  Shelf(String colour) : super._(410, 'oak', colour);
  Shelf.wide() : this._(404, 'oak');
}
