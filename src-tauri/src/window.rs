//! The one window: its size is remembered, and it shows nothing but its own pages.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Runtime, Url, WebviewWindowBuilder, WindowEvent};

use crate::state::shell;

/// Its name in the configuration and in the permissions.
pub const MAIN: &str = "main";

/// Opens the window as configured, in the size that it had.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let mut config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN)
        .cloned()
        .ok_or(tauri::Error::WindowNotFound)?;
    let shell = shell(app);
    if let Some((width, height)) = shell.remembered().size() {
        config.width = config.min_width.map_or(width, |least| width.max(least));
        config.height = config.min_height.map_or(height, |least| height.max(least));
    }
    let dev_url = app.config().build.dev_url.clone().filter(|_| tauri::is_dev());
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(move |url| is_own(url, dev_url.as_ref()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let closing = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { .. } = event {
            let size = closing.inner_size().ok().zip(closing.scale_factor().ok());
            let maximised = closing.is_maximized().unwrap_or_default();
            if let Some((size, scale)) = size.filter(|_| !maximised) {
                let size = size.to_logical::<f64>(scale);
                shell.remembered().note_size(size.width, size.height);
            }
        }
    });
    Ok(())
}

/// Whether an address is one of the program's own pages.
fn is_own(url: &Url, dev_url: Option<&Url>) -> bool {
    let own = url.scheme() == "tauri"
        || (matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost"));
    own || dev_url.is_some_and(|dev| dev.origin() == url.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_page_is_shown() {
        let own = |text: &str| is_own(&Url::parse(text).expect("an address"), None);
        assert!(own("tauri://localhost/index.html"));
        assert!(own("http://tauri.localhost/"));
        for other in
            ["https://example.org/", "http://localhost:5173/", "file:///etc/passwd", "about:blank"]
        {
            assert!(!own(other), "{other}");
        }
        let dev = Url::parse("http://localhost:5173").expect("an address");
        assert!(is_own(&dev.join("/campaign").expect("a page"), Some(&dev)));
    }
}
