//! Papers that were signed: every signature stays with the text it was put to, also when it was withdrawn.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone},
};
use crate::care::{Id, consent::Signature};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params, params};

impl Tx<'_> {
    /// Keeps a signature.
    pub fn save_signature(&self, signature: &Signature) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO consent (record, document, version, title, protocol, protocol_version, words, name, clinic,
                 recipient, at, zone, withdrawn_at)
             VALUES (:record, :document, :version, :title, :protocol, :protocol_version, :words, :name, :clinic,
                 :recipient, :at, :zone, :withdrawn)",
            named_params! {
                ":record": signature.record,
                ":document": signature.document,
                ":version": signature.version,
                ":title": signature.title,
                ":protocol": signature.protocol,
                ":protocol_version": signature.protocol_version,
                ":words": signature.text,
                ":name": signature.name,
                ":clinic": signature.clinic,
                ":recipient": signature.recipient,
                ":at": Millis(signature.at),
                ":zone": Zone(signature.zone),
                ":withdrawn": signature.withdrawn.map(Millis),
            },
        )?;
        Ok(())
    }

    /// Notes that a signature was withdrawn. True if it held until now.
    pub fn withdraw_signature(&self, record: &Id, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "UPDATE consent SET withdrawn_at = ?2 WHERE record = ?1 AND withdrawn_at IS NULL";
        Ok(self.change(sql, params![record, Millis(at)])? > 0)
    }

    /// Forgets a signature, for it never was.
    pub fn remove_signature(&self, record: &Id) -> Result<(), StoreError> {
        self.delete("DELETE FROM consent WHERE record = ?1", [record])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// One signature.
    pub fn signature(&self, record: &Id) -> Result<Option<Signature>, StoreError> {
        self.one("SELECT * FROM consent WHERE record = ?1", [record], signature)
    }

    /// Every signature, the newest first. A patient signs a handful in all.
    pub fn signatures(&self) -> Result<Vec<Signature>, StoreError> {
        self.all("SELECT * FROM consent ORDER BY at DESC, record DESC", [], signature)
    }
}

fn signature(row: &Row<'_>) -> rusqlite::Result<Signature> {
    let (Millis(at), Zone(zone)) = (row.get("at")?, row.get("zone")?);
    let withdrawn: Option<Millis> = row.get("withdrawn_at")?;
    Ok(Signature {
        record: row.get("record")?,
        document: row.get("document")?,
        version: row.get("version")?,
        title: row.get("title")?,
        protocol: row.get("protocol")?,
        protocol_version: row.get("protocol_version")?,
        text: row.get("words")?,
        name: row.get("name")?,
        clinic: row.get("clinic")?,
        recipient: row.get("recipient")?,
        at,
        zone,
        withdrawn: withdrawn.map(|Millis(at)| at),
    })
}
