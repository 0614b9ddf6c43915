//! Deflating, by one library at one level. lopdf's own way leaves the choice of library to whatever
//! else a program is built from: the window and the command line would then make other bytes of the
//! same letter.

use lopdf::{Document, Object, Stream};

/// As small as it goes.
const LEVEL: u8 = 9;
/// What the entry for the filter costs.
const COST: usize = 19;

/// Deflates a stream, where that makes it smaller.
pub(crate) fn deflate(stream: &mut Stream) {
    if stream.dict.has(b"Filter") {
        return;
    }
    let deflated = miniz_oxide::deflate::compress_to_vec_zlib(&stream.content, LEVEL);
    if deflated.len() + COST < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(deflated);
    }
}

/// Deflates every stream of a document that may be.
pub(crate) fn deflate_all(document: &mut Document) {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
        {
            deflate(stream);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_deflated_once_and_only_where_it_gets_smaller() {
        let text = b"BT /F1 12 Tf (office) Tj ET\n".repeat(40);
        let mut stream = Stream::new(lopdf::Dictionary::new(), text.clone());
        deflate(&mut stream);
        assert!(stream.content.len() < text.len());
        assert_eq!(stream.decompressed_content().unwrap(), text);
        let once = stream.content.clone();
        deflate(&mut stream);
        assert_eq!(stream.content, once);
        let mut short = Stream::new(lopdf::Dictionary::new(), b"q Q".to_vec());
        deflate(&mut short);
        assert!(!short.dict.has(b"Filter"));
    }
}
