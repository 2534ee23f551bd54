//! The key under which a form is filled in for a thing to do of the clinic's, and back.

use crate::care::{Id, ItemKey};

const ITEM: &str = "item:";

/// The key of a thing to do.
#[must_use]
pub fn key_of(item: &ItemKey) -> String {
    format!("{ITEM}{}/{}", item.plan.as_ref().map_or("", Id::as_str), item.item)
}

/// The thing to do that has this key; `None` for the key of something else.
#[must_use]
pub fn item_of(key: &str) -> Option<ItemKey> {
    let (plan, item) = key.strip_prefix(ITEM)?.split_once('/')?;
    let plan = if plan.is_empty() { None } else { Some(Id::new(plan).ok()?) };
    Some(ItemKey { plan, item: item.to_owned() })
}
