//! The key gives its bytes to `SQLCipher` alone.

use super::*;

#[test]
fn the_statement_holds_key_and_salt_in_one_allocation() {
    let sql = StoreKey::from_bytes([0xab; 32]).pragma();
    assert!(sql.starts_with(&format!("PRAGMA key = \"x'{}", "ab".repeat(32))));
    assert_eq!(sql.len(), "PRAGMA key = \"x''\"".len() + 2 * (KEY_BYTES + SALT_BYTES));
    assert_eq!(sql.capacity(), 128, "it never grew");
}

#[test]
fn the_salt_follows_from_the_key_and_does_not_contain_it() {
    let (one, other) = (StoreKey::from_bytes([1; 32]), StoreKey::from_bytes([2; 32]));
    assert_eq!(one.salt(), one.clone().salt());
    assert_ne!(one.salt(), other.salt());
    assert_ne!(one.salt(), [1; SALT_BYTES]);
}

#[test]
fn debug_hides_the_bytes() {
    assert_eq!(format!("{:?}", StoreKey::from_bytes([7; 32])), "StoreKey(…)");
}
