//! Distances on the paper as whole numbers.
//!
//! Positions are added and compared many thousand times before they are printed. In whole
//! thousandths of a point the sum is the same on every machine and in every build, which floating
//! point does not promise.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// A distance on the paper, in thousandths of a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

impl Length {
    /// No distance.
    pub const ZERO: Self = Self(0);

    /// So many millimetres, to the nearest thousandth of a point.
    #[must_use]
    pub const fn from_mm(mm: f64) -> Self {
        Self(nearest(mm * 72_000.0 / 25.4))
    }

    /// So many points, to the nearest thousandth.
    #[must_use]
    pub const fn from_pt(pt: f64) -> Self {
        Self(nearest(pt * 1000.0))
    }

    /// So many thousandths of an em at this size of type: what fonts count in.
    #[must_use]
    pub const fn from_em_thousandths(units: i64, size: Self) -> Self {
        Self((units * size.0 + 500).div_euclid(1000))
    }

    /// This distance in millimetres.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // A page is 842 000 thousandths high.
    pub const fn to_mm(self) -> f64 {
        self.0 as f64 * 25.4 / 72_000.0
    }

    /// This distance in points.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // As above.
    pub const fn to_pt(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// This distance in thousandths of a point.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Half of it.
    #[must_use]
    pub const fn half(self) -> Self {
        Self(self.0.div_euclid(2))
    }
}

#[allow(clippy::cast_possible_truncation)] // No distance on a sheet of paper comes near the limit.
const fn nearest(value: f64) -> i64 {
    if value < 0.0 { (value - 0.5) as i64 } else { (value + 0.5) as i64 }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Length {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inch_is_72_points_and_25_4_millimetres() {
        assert_eq!(Length::from_mm(25.4), Length::from_pt(72.0));
        assert_eq!(Length::from_mm(25.4).thousandths(), 72_000);
    }

    #[test]
    fn half_an_em_of_eleven_points() {
        let size = Length::from_pt(11.0);
        assert_eq!(Length::from_em_thousandths(500, size), Length::from_pt(5.5));
    }
}
