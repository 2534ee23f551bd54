//! Recording a voice note: what is said is kept as it is said, until it is stopped or full.

use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{
        Id,
        journal::{Media, Piece, PieceKind},
    },
    platform::{
        ids,
        microphone::{RATE, Recording, Stop},
    },
};
use std::sync::{Arc, MutexGuard, PoisonError};

impl Cairn {
    /// Records a voice note on the page `entry`, until [`Cairn::stop_recording`] or until it is as large as one may be. Answers
    /// its id, or `None` if nothing was heard. One at a time: another one that goes on is stopped.
    ///
    /// # Errors
    /// [`AppError::Microphone`] if it did not begin. Whatever happens later, what was said until then is kept, at the latest
    /// with the next start.
    pub async fn record_voice(&self, entry: Id) -> Result<Option<Id>, AppError> {
        self.stop_recording().await?;
        let (home, now) = (self.home()?, self.now());
        let piece = Piece { id: ids::new(), entry, media: Media::Wav, title: None, made: now, size: 0 };
        let own = piece.id.clone();
        // From now on it can be stopped, also before the system has begun to listen.
        *self.recording() = Some((own.clone(), None));
        let microphone = Arc::clone(&self.0.platform.microphone);
        let begun = background(move || Ok(microphone.record()?)).await;
        let Recording { mut sound, stop } = match begun {
            Ok(recording) => recording,
            Err(error) => {
                self.recording().take_if(|(id, _)| *id == own);
                return Err(error);
            }
        };
        if let Some(stop) = self.goes_on(&own, stop) {
            return background(move || {
                drop(stop);
                Ok(None)
            })
            .await;
        }
        let kept = background(move || {
            let size = home.store.record_piece(&piece, &mut sound, RATE, PieceKind::Voice.most())?;
            Ok((size > 0).then_some(piece.id))
        })
        .await;
        // Full, or its recorder ended by itself: nothing may go on listening.
        let going = self.recording().take_if(|(id, _)| *id == own);
        background(move || {
            drop(going);
            Ok(())
        })
        .await?;
        self.tell(Changed::Journal);
        kept
    }

    /// Stops the recording that goes on, if one does; nothing listens any more when this returns. One that is about to begin
    /// ends as soon as it has.
    pub async fn stop_recording(&self) -> Result<(), AppError> {
        let going = self.recording().take();
        background(move || {
            drop(going);
            Ok(())
        })
        .await
    }

    /// Keeps what ends the recording. Answers it where the recording was stopped before it began.
    fn goes_on(&self, own: &Id, stop: Stop) -> Option<Stop> {
        match self.recording().as_mut().filter(|(id, _)| id == own) {
            Some((_, place)) => {
                *place = Some(stop);
                None
            }
            None => Some(stop),
        }
    }

    fn recording(&self) -> MutexGuard<'_, Option<(Id, Option<Stop>)>> {
        self.0.recording.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
