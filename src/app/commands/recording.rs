//! Recording a voice note: what is said is kept as it is said, until it is stopped or full.

use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{
        Id,
        journal::{Media, Piece, PieceKind},
    },
    platform::{
        ids,
        microphone::{RATE, Stop},
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
        let microphone = Arc::clone(&self.0.platform.microphone);
        let recording = background(move || Ok(microphone.record()?)).await?;
        let piece = Piece { id: ids::new(), entry, media: Media::Wav, title: None, made: now, size: 0 };
        let own = piece.id.clone();
        drop(self.recording().replace((own.clone(), recording.stop)));
        let mut sound = recording.sound;
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

    /// Stops the recording that goes on, if one does; nothing listens any more when this returns.
    pub async fn stop_recording(&self) -> Result<(), AppError> {
        let going = self.recording().take();
        background(move || {
            drop(going);
            Ok(())
        })
        .await
    }

    fn recording(&self) -> MutexGuard<'_, Option<(Id, Stop)>> {
        self.0.recording.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
