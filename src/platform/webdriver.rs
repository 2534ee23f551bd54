//! Tests only (feature `e2e`, Linux): lets `WebKitWebDriver` drive the window of an unpatched dioxus-desktop.
//!
//! dioxus-desktop and wry leave the web view's automation switched off and offer no way to switch it on. `WebKitGTK`
//! wants three things while a view is being built: the construct-only property `is-controlled-by-automation`,
//! `automation-allowed` on its context, and a handler that hands out the view when a session starts. All
//! three are arranged by standing in for the view class's own `set_property`.
#![allow(unsafe_code)]

use gobject_sys::{
    GObject, GObjectClass, GParamSpec, GValue, g_type_class_ref, g_value_get_object, g_value_set_boolean,
};
use std::{ffi::CStr, sync::OnceLock};
use webkit2gtk::{
    ApplicationInfo, AutomationSessionExt, WebContext, WebContextExt, WebView,
    glib::translate::from_glib_none,
};
use webkit2gtk_sys::{WebKitWebContext, WebKitWebView, webkit_web_view_get_type};

type SetProperty = unsafe extern "C" fn(*mut GObject, u32, *mut GValue, *mut GParamSpec);
static ORIGINAL: OnceLock<SetProperty> = OnceLock::new();

/// Makes every web view built from now on controllable. To be called once GTK is initialised.
pub fn allow_automation() {
    // SAFETY: GTK is initialised, so the type exists; the class is never unloaded because the reference taken
    // here is never given back; classes are only touched from the main thread, which is the one that calls.
    unsafe {
        let class = g_type_class_ref(webkit_web_view_get_type()).cast::<GObjectClass>();
        if let (None, Some(original)) = (ORIGINAL.get(), (*class).set_property) {
            let _ = ORIGINAL.set(original);
            (*class).set_property = Some(set_property);
        }
    }
}

/// Stands in for `WebKitWebViewClass.set_property`.
///
/// # Safety
/// Called by `GObject` only, with valid pointers, while it constructs a view on the main thread.
unsafe extern "C" fn set_property(view: *mut GObject, id: u32, value: *mut GValue, spec: *mut GParamSpec) {
    // SAFETY: GObject hands over a live view, value and spec; the value of `web-context` is a web context.
    unsafe {
        match CStr::from_ptr((*spec).name).to_bytes() {
            b"is-controlled-by-automation" => g_value_set_boolean(value, 1),
            b"web-context" => {
                let context = g_value_get_object(value).cast::<WebKitWebContext>();
                if !context.is_null() {
                    hand_out_view(&from_glib_none(context), view);
                }
            }
            _ => {}
        }
        if let Some(original) = ORIGINAL.get() {
            original(view, id, value, spec);
        }
    }
}

fn hand_out_view(context: &WebContext, view: *mut GObject) {
    let view = view as usize;
    context.connect_automation_started(move |_, session| {
        let info = ApplicationInfo::new();
        info.set_name("cairn");
        session.set_application_info(&info);
        session.connect_create_web_view(None, move |_| {
            // SAFETY: the window, and with it the view, lives as long as the program.
            unsafe { from_glib_none::<_, WebView>(view as *mut WebKitWebView) }
        });
    });
    context.set_automation_allowed(true);
}
