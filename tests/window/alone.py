"""Brings up the loopback interface of a network namespace that has nothing else, and becomes the given program."""

import fcntl
import os
import socket
import struct
import sys

SIOCSIFFLAGS = 0x8914
UP_AND_LOOPBACK = 0x1 | 0x8

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", UP_AND_LOOPBACK))
os.execv(sys.argv[1], sys.argv[1:])
