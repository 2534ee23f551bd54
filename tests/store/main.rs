//! The store from outside: what is saved stays saved, stays secret and stays true.

mod check_ins;
mod damage;
mod files;
mod given;
mod journal;
mod kill;
mod mirror;
mod notices;
mod outbox;
mod outbox_model;
mod owner;
mod schema;
mod secrecy;
mod space;
mod together;
