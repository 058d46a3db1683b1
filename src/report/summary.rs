//! The figures over all calls of a report.

use super::Call;
use crate::estimate::Money;
use crate::prompt::Status;
use crate::rules::Verdict;
use std::collections::BTreeMap;

/// Counts and sums. They are taken over all calls of the scan before policy chooses among them, but
/// for the money, which is that of the calls shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// All call sites.
    pub call_sites: usize,
    /// Findings shown.
    pub findings: usize,
    /// Prompts read wholly, partly, not at all.
    pub prompts: [usize; 3],
    /// Verdicts: code, hybrid, small-model, llm.
    pub verdicts: [usize; 4],
    /// The price of a thousand calls of each site shown whose price is known; `None` where there are
    /// sites and none has a price.
    pub per_1000: Option<Money>,
    /// How many of the sites shown have no known price.
    pub unpriced: usize,
    /// The price of a month of the sites shown whose volume is known.
    pub monthly: Option<Money>,
    /// What of it would be saved: all where code or a local model takes over; of a hybrid, whose share
    /// is not known, nothing is claimed.
    pub monthly_saving: Option<Money>,
    /// How many of the sites shown have no known volume.
    pub without_volume: usize,
    /// Why prompts could not be read, with how often, the most frequent first.
    pub reasons: Vec<(String, usize)>,
}

impl Summary {
    /// The counts over all calls.
    pub fn of(calls: &[Call]) -> Summary {
        let mut summary = Summary {
            call_sites: calls.len(),
            ..Summary::default()
        };
        let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
        for call in calls {
            summary.prompts[match call.request.prompt.status {
                Status::Resolved => 0,
                Status::Partial => 1,
                Status::Unresolved => 2,
            }] += 1;
            summary.verdicts[match call.judgement.verdict {
                Verdict::Code => 0,
                Verdict::Hybrid => 1,
                Verdict::SmallModel => 2,
                Verdict::Llm => 3,
            }] += 1;
            if call.request.prompt.status != Status::Resolved
                && let Some(reason) = call.request.prompt.reasons.first()
            {
                let kind = reason.split(": ").next().unwrap_or(reason);
                *reasons.entry(kind.to_string()).or_default() += 1;
            }
        }
        summary.reasons = reasons.into_iter().collect();
        summary
            .reasons
            .sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        summary
    }

    /// Adds what the calls shown amount to.
    pub fn with_shown(mut self, calls: &[Call]) -> Summary {
        self.findings = calls.iter().filter(|call| call.is_finding()).count();
        let sum = |costs: &mut dyn Iterator<Item = Money>| costs.reduce(Money::plus);
        self.per_1000 = sum(&mut calls.iter().filter_map(|call| call.estimate.per_1000()));
        if calls.is_empty() {
            self.per_1000 = Some(Money::default());
        }
        self.monthly = sum(&mut calls.iter().filter_map(|call| call.estimate.monthly()));
        self.monthly_saving = sum(&mut calls.iter().filter_map(Call::monthly_saving));
        let count = |absent: fn(&Call) -> bool| calls.iter().filter(|call| absent(call)).count();
        self.unpriced = count(|call| call.estimate.cost_per_call.is_none());
        self.without_volume = count(|call| call.estimate.monthly().is_none());
        self
    }
}
