from math import asin, cos, radians, sin, sqrt

UNIT: str = "km"  # slot: unit

_RADIUS = {"km": 6371.0088, "mi": 6371.0088 / 1.609344}


def distance_between(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> float | None:
    """Return the great-circle distance of two points in degrees, or None if there are none."""
    if max(abs(lat1), abs(lat2)) > 90 or max(abs(lon1), abs(lon2)) > 180:
        return None
    phi1, phi2 = radians(lat1), radians(lat2)
    height = sin((phi2 - phi1) / 2) ** 2
    width = sin(radians(lon2 - lon1) / 2) ** 2 * cos(phi1) * cos(phi2)
    angle = 2 * asin(sqrt(min(1, height + width)))
    return round(_RADIUS[UNIT] * angle, 3)
