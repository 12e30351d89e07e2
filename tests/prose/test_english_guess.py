"""Which texts the rules about English prose may read."""

from __future__ import annotations

import pytest

from ptlint.prose.language import is_english

ENGLISH = [
    "",
    "Osteoporosis",
    "Physical therapy for de Quervain's tenosynovitis",
    "Manual therapy, dry needling, taping, bracing, cupping, shock wave therapy, traction",
    "Most people get better within six weeks. Keep moving, and see a doctor if it gets worse.",
    "The clinic is in Los Angeles, near La Brea. Ask for Dr. de la Cruz when you call us.",
]
OTHERS = {
    "Spanish": "La osteoporosis es una enfermedad que debilita los huesos y los hace más frágiles. "
    "Consulte a su médico si siente dolor en la espalda o si ha perdido altura.",
    "French": "L'arthrose est une maladie des articulations qui touche surtout les personnes "
    "âgées. Parlez-en à votre médecin si la douleur ne passe pas avec le repos.",
    "German": "Die Arthrose ist eine Krankheit der Gelenke, und sie betrifft vor allem ältere "
    "Menschen. Sprechen Sie mit Ihrer Ärztin, wenn die Schmerzen nicht nachlassen.",
    "Dutch": "Artrose is een ziekte van het gewricht die vooral bij oudere mensen voorkomt. Ga "
    "naar de huisarts als de pijn niet overgaat met rust.",
    "Italian": "L'artrosi è una malattia delle articolazioni che colpisce soprattutto gli "
    "anziani. Parli con il medico se il dolore non passa con il riposo.",
    "Portuguese": "A artrose é uma doença das articulações que atinge sobretudo os idosos. Fale "
    "com o seu médico se a dor não passar com o repouso.",
    "Polish": "Choroba zwyrodnieniowa stawów jest częsta u osób starszych. Proszę zgłosić się do "
    "lekarza, jeśli ból nie mija po odpoczynku lub się nasila.",
    "Swedish": "Artros är en sjukdom i lederna som är vanlig hos äldre. Tala med din läkare om "
    "smärtan inte går över med vila, eller om den blir värre.",
    "Turkish": "Osteoartrit, yaşlılarda çok görülen bir eklem hastalığıdır. Ağrı dinlenme ile "
    "geçmiyorsa ya da artıyorsa doktorunuza danışın ve hareket edin.",
    "Welsh": "Mae osteoarthritis yn gyflwr sy'n effeithio ar y cymalau. Siaradwch â'ch meddyg os "
    "nad yw'r boen yn gwella gyda gorffwys ac ymarfer.",
    "Russian": "Остеоартрит — это болезнь суставов. Обратитесь к врачу, если боль не проходит.",
    "Arabic": "التهاب المفاصل مرض شائع. راجع الطبيب إذا لم يتحسن الألم مع الراحة.",
    "Chinese": "骨關節炎是常見的疾病。如果休息後疼痛沒有改善，請看醫生。",
    "Hindi": "ऑस्टियोआर्थराइटिस जोड़ों की बीमारी है। दर्द कम न हो तो डॉक्टर से मिलें।",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages(text: str) -> None:
    assert not is_english(text)


def test_one_foreign_passage_does_not_decide() -> None:
    passage = "Keep moving, and ask your doctor about the exercises that are right for you. "
    assert is_english(passage * 5 + OTHERS["Spanish"][:60])
