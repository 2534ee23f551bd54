//! Sleeps until a clock time, and wakes early when the clock is set or a file of the folder changes.

use chrono::{DateTime, Utc};
use rustix::{
    fs::inotify,
    io::Errno,
    time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    },
};
use std::{io, mem::MaybeUninit, os::fd::OwnedFd, path::Path};
use tokio::io::{Interest, unix::AsyncFd};

/// An eye on one folder and on the system's clock.
#[derive(Debug)]
pub(super) struct Watch {
    changes: AsyncFd<OwnedFd>,
}

impl Watch {
    /// Watches `folder` from now on.
    pub(super) fn on(folder: &Path) -> io::Result<Self> {
        let changes = inotify::init(inotify::CreateFlags::NONBLOCK | inotify::CreateFlags::CLOEXEC)?;
        let looked_for = inotify::WatchFlags::MOVED_TO
            | inotify::WatchFlags::DELETE
            | inotify::WatchFlags::DELETE_SELF
            | inotify::WatchFlags::MOVE_SELF;
        inotify::add_watch(&changes, folder, looked_for)?;
        Ok(Self { changes: heard(changes)? })
    }

    /// Returns at `instant`, as the system's clock counts it: also right after the machine slept over it, and
    /// when the clock is set. Or when a file was put into the folder or taken out.
    pub(super) async fn until(&self, instant: DateTime<Utc>) -> io::Result<()> {
        let timer = heard(alarm_at(instant)?)?;
        tokio::select! {
            ready = timer.readable() => drop(ready?),
            ready = self.changes.readable() => {
                let mut ready = ready?;
                let mut room = [MaybeUninit::uninit(); 4096];
                let mut events = inotify::Reader::new(ready.get_inner(), &mut room);
                loop {
                    match events.next() {
                        Ok(_) | Err(Errno::INTR) => {}
                        Err(Errno::AGAIN) => break,
                        Err(error) => return Err(error.into()),
                    }
                }
                ready.clear_ready();
            }
        }
        Ok(())
    }
}

/// A timer on the system's wall clock that also goes off when that clock is set.
fn alarm_at(instant: DateTime<Utc>) -> io::Result<OwnedFd> {
    let timer = timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC)?;
    let zero = Timespec { tv_sec: 0, tv_nsec: 0 };
    // At nought the timer would be off; whatever lies before 1970 is as due as the second after.
    let at =
        Timespec { tv_sec: instant.timestamp().max(1), tv_nsec: instant.timestamp_subsec_nanos().into() };
    let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
    timerfd_settime(&timer, flags, &Itimerspec { it_interval: zero, it_value: at })?;
    Ok(timer)
}

#[allow(unsafe_code)]
fn heard(descriptor: OwnedFd) -> io::Result<AsyncFd<OwnedFd>> {
    // SAFETY: an `OwnedFd` is open as long as it lives, and `AsyncFd` keeps it and gives out no way to replace it.
    Ok(unsafe { AsyncFd::register_with_interest(descriptor, Interest::READABLE) }?)
}
