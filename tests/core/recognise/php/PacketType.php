<?php
// The packets of SFTP.
class SftpPacketType
{
    public const STATUS = 101;
    public const HANDLE = 102;
}
