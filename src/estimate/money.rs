//! Money, so that it cannot be taken for a token count.

/// US dollars, in millionths of a millionth: small enough for one token of the cheapest model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(i128);

impl Money {
    /// An amount in US dollars, rounded to the unit.
    pub fn from_usd(dollars: f64) -> Money {
        Money((dollars * 1e12).round() as i128)
    }

    /// The amount in US dollars.
    pub fn usd(self) -> f64 {
        self.0 as f64 / 1e12
    }

    /// So many times the amount.
    pub fn times(self, count: u64) -> Money {
        Money(self.0.saturating_mul(i128::from(count)))
    }

    /// `part` of `whole` equal parts of the amount.
    pub fn share(self, part: u64, whole: u64) -> Money {
        Money(self.0.saturating_mul(i128::from(part)) / i128::from(whole.max(1)))
    }

    /// The sum of two amounts.
    pub fn plus(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }

    /// As people read it: `$0.0145`, `$12.30`.
    pub fn shown(self) -> String {
        let dollars = self.usd();
        let digits = match dollars {
            _ if dollars >= 1.0 || dollars == 0.0 => 2,
            _ if dollars >= 0.01 => 3,
            _ if dollars >= 0.0001 => 5,
            _ => 7,
        };
        format!("${dollars:.digits$}")
    }
}
