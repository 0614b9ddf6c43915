//! Typed row numbers, so that a force is never passed where a request is meant.

macro_rules! id_type {
    ($($(#[$meta:meta])* $name:ident;)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub i64);
        )+
    };
}

id_type! {
    /// A public authority in the register.
    ForceId;
    /// A campaign.
    CampaignId;
    /// A question of a campaign, or a part of one.
    QuestionId;
    /// A campaign's request to one force.
    RequestId;
    /// An event in the correspondence of a request.
    EventId;
    /// A letter of ours.
    LetterId;
    /// A change to the library, as one act of a person.
    OperationId;
}
