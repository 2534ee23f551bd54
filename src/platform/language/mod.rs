//! The language the phone is set to.

/// The system's first language as a BCP 47 tag such as `es-MX`, if it names one.
#[must_use]
pub fn preferred() -> Option<String> {
    sys_locale::get_locale()
}
