//! Small pictures: a screen has few colours, so a palette of 256 does.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

/// How many colours a palette holds.
const PALETTE: usize = 256;

/// Writes a PNG file over itself with a palette: an eighth of the size, and no difference to be seen.
///
/// # Panics
/// For a file that is no PNG picture of 8 bits a channel.
pub fn shrink(path: &Path) {
    let file = BufReader::new(File::open(path).expect("a picture"));
    let mut reader = png::Decoder::new(file).read_info().expect("a PNG file");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture of some size")];
    let info = reader.next_frame(&mut bytes).expect("its points");
    let channels = info.color_type.samples();
    assert!(channels >= 3, "in colour");
    let width = usize::try_from(info.width).expect("a width");
    let points: Vec<[u8; 3]> =
        bytes[..info.buffer_size()].chunks_exact(channels).map(|p| [p[0], p[1], p[2]]).collect();

    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for point in &points {
        *counts.entry(*point).or_default() += 1;
    }
    let palette = palette(&counts);
    let places: HashMap<[u8; 3], u8> =
        counts.keys().map(|colour| (*colour, nearest(&palette, *colour))).collect();
    let indexed: Vec<u8> = points.iter().map(|point| places[point]).collect();

    let out = BufWriter::new(File::create(path).expect("a file"));
    let height = u32::try_from(points.len() / width).expect("a height");
    let mut encoder = png::Encoder::new(out, info.width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(&indexed).expect("its points");
}

/// The most frequent colours, each with room around it: a shade that nearly is there already gives way
/// to one that is not.
fn palette(counts: &HashMap<[u8; 3], usize>) -> Vec<[u8; 3]> {
    let mut colours: Vec<([u8; 3], usize)> = counts.iter().map(|(c, n)| (*c, *n)).collect();
    // By frequency, then by the colour itself, so that the same picture gives the same bytes.
    colours.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut chosen: Vec<[u8; 3]> = Vec::new();
    for room in [192, 48, 0] {
        for (colour, _) in &colours {
            if chosen.len() == PALETTE {
                return chosen;
            }
            if chosen.iter().all(|known| distance(*known, *colour) > room) {
                chosen.push(*colour);
            }
        }
    }
    chosen
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let place = palette.iter().enumerate().min_by_key(|(_, known)| distance(**known, colour));
    u8::try_from(place.expect("a palette").0).expect("at most 256 colours")
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_kept_exactly_and_many_come_near() {
        let few: HashMap<[u8; 3], usize> = (0..200).map(|c| ([c, 0, 255 - c], 1)).collect();
        let kept = palette(&few);
        assert_eq!(kept.len(), 200);
        assert!(few.keys().all(|colour| kept[usize::from(nearest(&kept, *colour))] == *colour));
        let many: HashMap<[u8; 3], usize> = (0..=255)
            .flat_map(|red| (0..4).map(move |green| ([red, green * 64, red / 2], 1)))
            .collect();
        let kept = palette(&many);
        assert_eq!(kept.len(), PALETTE);
        let far = many.keys().map(|c| distance(kept[usize::from(nearest(&kept, *c))], *c)).max();
        assert!(far.expect("colours") <= 192, "{far:?}");
    }
}
