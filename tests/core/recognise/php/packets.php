<?php
// Constants that are numbered on, and statuses. `//:` says what a line holds; a line without it holds nothing.
class Packet
{
    const STATUS = 101;
    const HANDLE = 102;
    const DATA = 103;
}

class Denied
{
    const STATUS = 404; //: 404 status
    const SHELF = 12;
}
