#!/usr/bin/env python3
"""Draws the icons: a letter with a clock strip across it. Plain Python, so that nothing is needed.

Every shape is a signed distance in a square of 1 by 1; each pixel takes how much of it is covered.
"""
import struct
import zlib
from pathlib import Path

GROUND, PAPER, INK, DONE, LEFT, HAND = (
    (0x23, 0x4B, 0x86), (0xFC, 0xFB, 0xF8), (0xA6, 0xAF, 0xBE),
    (0x4F, 0x7F, 0xC4), (0xD9, 0xE3, 0xF2), (0xC9, 0x6A, 0x1F),
)


def box(x, y, left, top, right, bottom, radius):
    """How far a point is outside a box with round corners; below nothing, inside."""
    cx, cy = (left + right) / 2, (top + bottom) / 2
    dx = abs(x - cx) - (right - left) / 2 + radius
    dy = abs(y - cy) - (bottom - top) / 2 + radius
    outside = (max(dx, 0) ** 2 + max(dy, 0) ** 2) ** 0.5
    return outside + min(max(dx, dy), 0) - radius


# From the ground up: box, radius, colour.
SHAPES = [
    ((0.03, 0.03, 0.97, 0.97), 0.21, GROUND),
    ((0.23, 0.14, 0.77, 0.86), 0.035, PAPER),
    ((0.31, 0.235, 0.52, 0.275), 0.018, INK),
    ((0.31, 0.325, 0.69, 0.365), 0.018, INK),
    ((0.31, 0.415, 0.63, 0.455), 0.018, INK),
    ((0.13, 0.56, 0.87, 0.72), 0.05, LEFT),
    ((0.13, 0.56, 0.60, 0.72), 0.05, DONE),
    ((0.575, 0.51, 0.635, 0.77), 0.03, HAND),
]


def pixel(x, y, step):
    """Colour and cover of a pixel, each shape laid over those before it."""
    red, green, blue, cover = 0.0, 0.0, 0.0, 0.0
    for corners, radius, colour in SHAPES:
        part = min(max(0.5 - box(x, y, *corners, radius) / step, 0), 1)
        red, green, blue = (
            old * (1 - part) + new * part for old, new in zip((red, green, blue), colour)
        )
        cover = cover * (1 - part) + part
    if cover > 0:
        red, green, blue = red / cover, green / cover, blue / cover
    return bytes(round(min(value, 255)) for value in (red, green, blue)) + bytes([round(cover * 255)])


def png(size):
    """An RGBA picture of this size."""
    step = 1 / size
    rows = b"".join(
        b"\0" + b"".join(pixel((x + 0.5) * step, (y + 0.5) * step, step) for x in range(size))
        for y in range(size)
    )

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9))
            + chunk(b"IEND", b""))


for size in (32, 128, 256, 512):
    (Path(__file__).parent / f"{size}x{size}.png").write_bytes(png(size))
