"""Rows and cells of workbooks as programs write them, as nobody does, and as no program may, for tests."""

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEIGHT = 'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
OPEN = f'<worksheet xmlns="{SPACE}">'
WRITTEN = {
    "openpyxl": (
        '<row r="1" ht="20" customHeight="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c>'
        '<c r="B1" t="inlineStr"></c><c r="C1" s="1" t="n"></c><c r="D1" t="n"><v>1.5</v></c>'
        '<c r="E1" t="b"><v>1</v></c><c r="F1" t="inlineStr">'
        '<is><t xml:space="preserve"> a &amp; b "q"\nx</t></is></c></row><row r="3"></row>',
        [("a", None, None, 1.5, True, ' a & b "q"\nx'), (), ()],
    ),
    "XlsxWriter": (
        '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>7</v></c></row>'
        '<row r="2" spans="1:3"><c r="A2" s="2"/><c r="B2" t="e"><v>#N/A</v></c></row>',
        [("red", None, ("date", 7)), (None, "#N/A")],
    ),
    "Excel": (
        '<row r="1" spans="1:2" x14ac:dyDescent="0.25"/>'
        '<row r="2" spans="1:2" s="1" customFormat="1" x14ac:dyDescent="0.25">'
        '<c r="A2" s="4" t="s"><v>2</v></c><c r="B2"><v>1.0000000000000001E-5</v></c>'
        '<c r="C2"><f>A2&amp;B2</f><v>5</v></c><c r="D2"><f t="shared" ref="D2:D9" si="0">C2</f><v>6</v></c>'
        '<c r="E2" t="str"><f t="shared" si="0"/><v></v></c></row>',
        [(), ("blue", 1e-5, 5, 6)],
    ),
    "LibreOffice": (
        '<row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" '
        'collapsed="false"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="0" t="n"><v>3</v></c></row>',
        [("red", 3)],
    ),
    "ElementTree": (
        '<row r="1">\n<c r="A1" t="str"><v>x</v></c>\n <c r="B1" s="1" /><c t="d"><v>2026</v></c>\n</row>\n',
        [("x", None, ("iso", "2026"))],
    ),
}
"""How programs write a sheet, and what stands in it."""

PLAIN_CELLS = [
    '<c r="A1"><v>7</v></c>',
    '<c r="B1" s="1"><v>7.5</v></c>',
    '<c r="C2" t="s"><v>2</v></c>',
    "<c><v>4</v></c>",
    '<c r="AB9" s="3" t="s"><v>0</v></c>',
    '<c r="D1" t="s" s="3"><v>1</v></c>',
    '<c r="E1" t="b"><v>0</v></c>',
    '<c r="F1" t="inlineStr"><is><t>so &amp; so</t></is></c>',
    '<c r="G1" t="inlineStr" s="1"><is><t> </t></is></c>',
    '<c r="H1" s="1"/>',
    '<c r="I1"></c>',
    '<c r="J1"><v></v></c>',
    '<c r="K1" t="str"><v>é€😀</v></c>',
    '<c r="L1" t="d"><v>2026-01-01</v></c>',
    '<c r="M1" t="e"><v>#N/A</v></c>',
    "<c/>",
    '<c r="N1" s="1"><v>1E3</v></c>',
]
ODD_CELLS = [
    "<c><f>A1&amp;B1</f></c>",
    '<c><f t="shared" si="0"/><v>1</v></c>',
    '<c t="str"><f>"a&#10;"</f><v>x</v></c>',
    "<c><v>1</v><f>A1</f></c>",
    '<c t="array"><f t="array" ref="A1">A1</f><v>x</v></c>',
    '<c t="inlineStr"><f>A1</f><is><t>x</t></is></c>',
    '<c r="A1"><f>B1</f><v>7</v></c>',
    '<c r="B1" t="inlineStr"><v>no</v></c>',
    '<c r="C1"><is><t>no</t></is></c>',
    '<c r="D1" t="inlineStr"><is><r><t>in </t></r><r><t>parts</t></r><rPh><t>said</t></rPh></is></c>',
    '<c r="E1" t="str"><v>a&#10;b&#xD;</v></c>',
    '<c r="F1" t="str"><v>a\r\nb\rc</v></c>',
    '<c r="G1" t="s"><v>-1</v></c>',
    '<c r="H1" t="str"><v><![CDATA[<x>]]></v></c>',
    '<c r="I1" t="str"><v>a<!-- b -->c</v></c>',
    '<c r="J1" cm="1"/>',
    "<c t='str'><v>x</v></c>",
    '<c r="K1" t="str" ><v >y</v ></c >',
    '<c r="L1"><v> 7 </v></c>',
    '<c r="M1"><v>1_0</v></c>',
    '<c t="str" r="N1"><v>turned</v></c>',
    '<c r="A1" xmlns="other"><v>5</v></c>',
    '<x:c xmlns:x="a"><v>5</v></x:c>',
    f'<x:c xmlns:x="{SPACE}" t="str"><x:v>5</x:v></x:c>',
    '<c r="XFD1"><v>1</v></c>',
    "<v>5</v>",
    "<is><t>5</t></is>",
    '<c><row r="9"><c><v>1</v></c></row></c>',
    "<?x y?>",
    '<c t="str"><v>a\x7f\x85\u2028\ufffd]]</v></c>',
    "<t>5</t>",
    '<c r="A1" t="str"><v>x</v><v>y</v></c>',
    "<v><c>5</c></v>",
    "<row/>",
    '<c r="1"/>',
    "text",
    "&amp;",
    "<rPh>",
]
DAMAGED_CELLS = [
    '<c><f si="0" si="0"/><v>1</v></c>',
    "<c><f>A1<v>1</v></f></c>",
    "<c><f>&x;</f><v>1</v></c>",
    '<c r="A1"><v>7</c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A1" r="A1"/>',
    '<c t="s" t="s"/>',
    '<c r="A1"/><v>1</v></c>',
    '<c r="A1"><v>seven</v></c>',
    '<c t="s"><v>9</v></c>',
    '<c t="str"><v>]]></v></c>',
    '<c t="str"><v>&b;</v></c>',
    '<c t="str"><v>a & b</v></c>',
    '<c t="str"><v>\ufffe</v></c>',
    '<c t="str"><v>\x01</v></c>',
    "<c",
    "</row>",
    "<!--",
    "<![CDATA[",
    '<c t="str"><v>\uffff</v></c>',
    '<c r="a1"><v>1</v></c>',
    "<x:c/>",
    '<c t="d" s="1" t="d"><v>1</v></c>',
    "</sheetData>",
    "<row>",
    "<row r='",
    "-->",
    "<c><v>" + "9" * 5000 + "</v></c>",
    '<c r="A1" t="inlineStr"><is><t>x</v></c>',
    '<c t="inlineStr" s="1" t="inlineStr"/>',
    '<c s="1" t="inlineStr" s="1"><is><t>x</t></is></c>',
    "<!DOCTYPE x>",
]
OF_ROWS = [
    "",
    ' r="1"',
    ' r="7"',
    ' r="7" spans="1:3"',
    ' spans="1:3" x14ac:dyDescent="0.2"',
    ' r="2" s="1" s="1"',
    " r='3'",
    ' r="1e1"',
    ' r="x"',
    ' ht="9" r="4"',
    ' hidden="&lt;"',
    ' r="5" odd="1"',
    ' xmlns="other"',
    " ",
    ' r="0"',
    ' x:r="1"',
]
OPENINGS = [
    OPEN,
    OPEN,
    OPEN.replace(">", f" {HEIGHT}>"),
    f'<?xml version="1.0" encoding="UTF-8"?>\r\n{OPEN}<cols/>',
    f'<?xml version="1.0" encoding="ISO-8859-1"?>{OPEN}',
    "<worksheet>",
    OPEN.replace("/main", ""),
    f"\ufeff{OPEN}",
    f'<x:worksheet xmlns:x="{SPACE}" xmlns="{SPACE}">',
    f"{OPEN}<!-- <sheetData> -->",
    f"{OPEN}<c t='str'>",
    f"{OPEN}<y {HEIGHT}/>",
    f'<worksheet xmlns="{SPACE}" xmlns:x="{SPACE}">',
    f"<!DOCTYPE x>{OPEN}",
]

ITEMS = [
    "<si><t>a</t></si>",
    '<si><t xml:space="preserve"> b </t></si>',
    "<si><t/></si>",
    "<si/>",
    "<si></si>",
    "<si><t>&amp;lt;</t></si>",
    "<si><r><t>in </t></r><r><t>parts</t></r><rPh><t>said</t></rPh></si>",
    "<si><t>_x005F_x</t></si>",
    "<t>between</t>",
    "\n",
    "<si><t>a&#13;b</t></si>",
    "<si><t>\r\n</t></si>",
    "<si><t>x</t>\n</si>",
    "<!-- <si> -->",
    "<si><t><![CDATA[</si>]]></t></si>",
]
