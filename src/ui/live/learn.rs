//! Learn and the patient's questions, tied to the app.

use super::{changes::use_read, deeds::Deeds, screens::shown};
use crate::{
    app::Cairn,
    care::{Id, OwnQuestion, Private},
    ui::{
        here::{Jotted, Shell, TakeBack},
        screens::{ArticlePage, LearnPage, MyQuestionsPage},
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn LearnScreen() -> Element {
    let mut draft = use_context::<Shell>().draft;
    let reading = use_read(move |cairn| {
        let query = draft.read().jotted.search.clone();
        async move { cairn.learn(query).await }
    });
    let on_search = move |typed| draft.write().jotted.search = Private::new(typed);
    shown("learn", reading, |model| rsx! { LearnPage { model, on_search } })
}

#[component]
pub(super) fn ArticleScreen(id: String) -> Element {
    let (cairn, deeds) = (use_context::<Cairn>(), use_context::<Deeds>());
    let own = id.clone();
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.article(id).await }
    });
    let on_take_over = move |question: String| {
        let (cairn, article) = (cairn.clone(), own.clone());
        let adding = async move { cairn.add_question(Private::new(question), Some(article)).await.map(drop) };
        deeds.carry_out(adding, |shell| shell.tell("question-added", None));
    };
    shown("article", reading, |model| rsx! { ArticlePage { model, on_take_over } })
}

#[component]
pub(super) fn MyQuestionsScreen() -> Element {
    let (cairn, deeds) = (use_context::<Cairn>(), use_context::<Deeds>());
    let mut added = use_signal(|| 0);
    let reading = use_read(|cairn| async move { cairn.my_questions().await });
    let (adder, adding) = (deeds.clone(), cairn.clone());
    let on_add = move |words: Private| {
        let cairn = adding.clone();
        // What was typed goes only once it is saved.
        adder.carry_out(async move { cairn.add_question(words, None).await.map(drop) }, move |shell| {
            let mut draft = shell.draft;
            draft.write().jotted.question = Jotted::default().question;
            added += 1;
        });
    };
    let (changer, changing) = (deeds.clone(), cairn.clone());
    let on_change = move |(id, words): (Id, Private)| {
        let cairn = changing.clone();
        changer.carry_out(async move { cairn.change_question(id, words).await }, |_| ());
    };
    let (ticker, ticking) = (deeds.clone(), cairn.clone());
    let on_asked = move |(id, asked): (Id, bool)| {
        let cairn = ticking.clone();
        ticker.carry_out(async move { cairn.mark_asked(id, asked).await }, |_| ());
    };
    let on_remove = move |id| deeds.remove_question(cairn.clone(), id);
    shown("my-questions", reading, |model| {
        rsx! {
            MyQuestionsPage { model, added: added(), on_add, on_change, on_asked, on_remove }
        }
    })
}

impl Deeds {
    fn remove_question(&self, cairn: Cairn, id: Id) {
        let shell = self.shell();
        let removing = async move {
            if let Some(question) = cairn.remove_question(id).await? {
                shell.tell("question-removed", Some(TakeBack::Question(question)));
            }
            Ok(())
        };
        self.carry_out_undoable(removing, |_| ());
    }

    /// Puts a question back that was just removed.
    pub(super) fn put_question_back(&self, cairn: Cairn, question: OwnQuestion) {
        self.carry_out(async move { cairn.put_question_back(question).await }, |shell| {
            shell.tell("question-back", None);
        });
    }
}
