const UNIT: &str = "km"; // slot: unit

/// Returns the great-circle distance of two points in degrees; none if there are no such points.
pub fn distance_between(lat1: f64, lon1: f64, lat2: f64, lon2: f64) -> Option<f64> {
    if lat1.abs().max(lat2.abs()) > 90.0 || lon1.abs().max(lon2.abs()) > 180.0 {
        return None;
    }
    let radius = 6371.0088 / if UNIT == "mi" { 1.609344 } else { 1.0 };
    let (phi1, phi2) = (lat1.to_radians(), lat2.to_radians());
    let height = ((phi2 - phi1) / 2.0).sin().powi(2);
    let width = ((lon2 - lon1).to_radians() / 2.0).sin().powi(2) * phi1.cos() * phi2.cos();
    let angle = 2.0 * (height + width).min(1.0).sqrt().asin();
    Some((radius * angle * 1000.0).round() / 1000.0)
}
