export const de = {
  welcome: {
    title: 'Lotse ausprobieren',
    lead: 'Das ist eine erfundene Ausländerbehörde mitten im Arbeitstag. Wählen Sie, als wer Sie arbeiten möchten. Ein Klick meldet Sie an.',
    note: 'Alle Personen und Vorgänge sind erfunden. Briefe haben keine Rechtswirkung.',
    signedIn: (name: string) => `Sie sind angemeldet als ${name}.`,
    goOn: 'Weiterarbeiten',
    roles: 'Rollen',
    signInAs: (name: string) => `Als ${name} anmelden`,
    withoutTour: 'ohne Rundgang',
    withoutTourAs: (name: string) => `Als ${name} anmelden, ohne Rundgang`,
    toTry: 'Zum Ausprobieren:',
    allAccounts: 'Alle Konten',
    allAccountsHint: 'Zweite Personen gibt es, wo vier Augen nötig sind.',
    language: 'de',
  },
  cards: {
    clerk: {
      role: 'Sachbearbeitung',
      does: 'Prüft Unterlagen, fordert Fehlendes nach, entscheidet über Duldungen.',
      try: 'Eine Aufgabe übernehmen und erledigen',
    },
    legal: {
      role: 'Rechtssachbearbeitung',
      does: 'Beantwortet Fragen der Sachbearbeitung, zeichnet Ablehnungen als zweite Person und prüft Widersprüche.',
      try: 'Eine Frage beantworten, eine Ablehnung prüfen',
    },
    head: {
      role: 'Leitung Sachgebiet 4',
      does: 'Verteilt Aufgaben, sieht Überfälliges und entscheidet, wenn niemand zuständig ist.',
      try: 'Eine überfällige Aufgabe zuweisen',
    },
    owner: {
      role: 'Prozessverantwortung',
      does: 'Hält die Abläufe in Ordnung und sieht, wo sich Vorgänge stauen.',
      try: 'Einem Ablauf folgen und ihn ändern',
    },
    lead: {
      role: 'Abteilungsleitung',
      does: 'Gibt Änderungen an Abläufen, Regeln und Formularen frei. Nie die eigenen.',
      try: 'Eine Änderung lesen und freigeben',
    },
    service: {
      role: 'Service',
      does: 'Nimmt Anliegen und Unterlagen an und gibt Auskunft.',
      try: 'Einen Vorgang finden, Unterlagen ablegen',
    },
    phone: {
      role: 'Telefon',
      does: 'Gibt Auskunft, wo ein Antrag steht, und nimmt Rückrufe an.',
      try: 'Den Stand nennen, ohne Gründe zu sehen',
    },
    security: {
      role: 'Sicherheit',
      does: 'Bearbeitet verdeckte Vorgänge, die sonst niemand sieht.',
      try: 'Dieselbe Suche mit anderem Ergebnis',
    },
    privacy: {
      role: 'Datenschutz',
      does: 'Sieht, wer wann was gelesen hat, und ob am Protokoll jemand etwas geändert hat. Öffnet selbst keinen Vorgang.',
      try: '„Wer hat die Akte von Frau X gelesen?“',
    },
    applicant: {
      role: 'Antragstellerin',
      does: 'Stellt Anträge, lädt Unterlagen hoch, liest Briefe. Auch ohne JavaScript.',
      try: '„Wo steht mein Antrag?“',
    },
  },
  menu: {
    title: 'Vorführung',
    today: (day: string) => `Heute ist ${day}.`,
    forward: 'Zeit vorspulen',
    hint: 'Fristen laufen ab, Erinnerungen gehen hinaus, Verlängerungen beginnen. Die Uhr geht nur vorwärts.',
    day: '+ 1 Tag',
    week: '+ 7 Tage',
    next: 'Bis zur nächsten Frist',
    nextAt: (day: string) => `Bis zur nächsten Frist (dann ist der ${day})`,
    none: 'Keine Frist läuft',
    moving: 'Die Zeit läuft. Einen Moment bitte …',
    moved: (day: string) => `Jetzt ist ${day}.`,
    busy: (day: string) => `Jetzt ist ${day}. Es ist noch nicht alles fertig verarbeitet.`,
    happened: ({ letters, waits, tasks }: { letters: number; waits: number; tasks: number }) =>
      letters + waits + tasks === 0
        ? 'Dabei ist nichts geschehen.'
        : `Dabei: ${[
            letters > 0 && (letters === 1 ? '1 Brief verschickt' : `${letters} Briefe verschickt`),
            waits > 0 && (waits === 1 ? '1 Wartezeit zu Ende' : `${waits} Wartezeiten zu Ende`),
            tasks > 0 && (tasks === 1 ? '1 neue Aufgabe' : `${tasks} neue Aufgaben`),
          ]
            .filter(Boolean)
            .join(', ')}.`,
    failed: 'Die Zeit ließ sich nicht verstellen. Bitte versuchen Sie es noch einmal.',
    tour: 'Rundgang starten',
    role: 'Andere Rolle wählen',
  },
  tour: {
    label: 'Rundgang',
    step: (number: number, of: number) => `Rundgang ${number} von ${of}`,
    next: 'Weiter',
    back: 'Zurück',
    close: 'Schließen',
    done: 'Fertig',
    open: 'Dorthin',
    steps: {
      clerk: [
        {
          title: 'Ihre Aufgaben',
          text: 'Hier liegt, was Ihr Sachgebiet zu tun hat. Was überfällig ist, steht oben. Nehmen Sie sich „Unterlagen prüfen“ vor.',
        },
        {
          title: 'Eine Aufgabe',
          text: 'Öffnen Sie eine Aufgabe und übernehmen Sie sie. Neben dem Formular steht die Akte: Person, Fristen, Unterlagen und warum der Vorgang bei Ihnen ist.',
        },
        {
          title: 'Erledigen',
          text: 'Füllen Sie das Formular aus. Fehlt etwas, sagt Lotse alles auf einmal. Danach kommt gleich der nächste Schritt dieses Vorgangs.',
        },
        {
          title: 'Der Vorgang',
          text: 'Im Vorgang sehen Sie den Weg im Ablaufplan: was war, wo er steht, was noch kommt. Jeder Brief und jede Frist steht dabei.',
        },
        {
          title: 'Zeit vorspulen',
          text: 'Oben unter „Vorführung“ spulen Sie die Zeit vor. Dann laufen Fristen ab und Erinnerungen gehen hinaus.',
        },
      ],
      legal: [
        {
          title: 'Fragen an mich',
          text: 'Hier liegt, was andere von Ihnen brauchen: Fragen mit Sachverhalt und Frist, Bescheide zum Zeichnen, Widersprüche. Nie Ihre eigenen.',
        },
        {
          title: 'Antworten',
          text: 'Zwei Erlaubnisse von Sachgebiet 1 warten auf Sie: eine Frage zu § 19c und eine Ablehnung. Aus einer Antwort kann ein Artikel für alle werden.',
        },
        {
          title: 'Vier Augen',
          text: 'Ablehnungen gehen nur mit Ihrer Unterschrift hinaus. Was sich seit Ihrem letzten Blick geändert hat, ist hervorgehoben.',
        },
        {
          title: 'Prüfen',
          text: 'Lesen Sie Begründung und Spielräume in der Akte. Wer den Entwurf geschrieben hat, darf ihn nicht selbst zeichnen.',
        },
        {
          title: 'Freigeben oder zurückgeben',
          text: 'Mit einem Grund geht der Entwurf zurück an die Sachbearbeitung. Freigegeben geht der Bescheid mit der richtigen Rechtsbehelfsbelehrung hinaus.',
        },
      ],
      head: [
        {
          title: 'Das ganze Sachgebiet',
          text: 'Sie sehen alle Aufgaben von Sachgebiet 4, auch die der Kolleginnen und Kollegen. Überfälliges steht oben.',
        },
        {
          title: 'Zuweisen',
          text: 'Öffnen Sie eine Aufgabe ohne Bearbeiter und geben Sie sie jemandem. Der Grund steht danach im Verlauf.',
        },
        {
          title: 'Nicht zuständig?',
          text: 'Wird eine Aufgabe zum dritten Mal abgegeben, kommt sie zu Ihnen. Sie entscheiden, wohin sie gehört.',
        },
      ],
      owner: [
        {
          title: 'Die Prozesskarte',
          text: 'Alle Abläufe des Amtes nach Sachgebieten, mit Zahlen in Echtzeit. Jede Zahl gibt es auch als Tabelle.',
        },
        {
          title: 'Ein Ablauf',
          text: 'Öffnen Sie „Duldung“. Die Punkte zeigen, wo gerade Vorgänge stehen. Ein Klick auf einen Schritt erklärt ihn in Worten.',
        },
        { title: 'Entscheidungen', text: 'Auch die Entscheidungstabellen stehen hier: Welche Regel führt wohin, und warum.' },
        {
          title: 'Ändern',
          text: 'An jedem Modell steht „Bearbeiten“. Was Sie ändern, prüft Lotse, vergleicht es mit der geltenden Fassung und legt es einer zweiten Person vor.',
        },
      ],
      lead: [
        {
          title: 'Was auf Sie wartet',
          text: 'Eine Änderung der Prozessverantwortung liegt zur Freigabe vor. Öffnen Sie sie.',
        },
        {
          title: 'Lesen, dann freigeben',
          text: 'Oben steht, was fehlt; darunter warum, was sich ändert und welche offenen Vorgänge es anders träfe. Neue Vorgänge nehmen die neue Fassung, laufende bleiben.',
        },
        {
          title: 'Zurück geht es auch',
          text: 'Unter „Freigaben“ steht jede Fassung mit Grund und Unterschriften. Die frühere holt ein Klick zurück.',
        },
      ],
      service: [
        {
          title: 'Am Schalter',
          text: 'Suchen Sie oben nach einem Namen oder Aktenzeichen. Von anderen Sachgebieten sehen Sie nur den Stand, keine Gründe.',
        },
        { title: 'Ihre Aufgaben', text: 'Was zum Service gehört, liegt in Ihrer Liste: Fiktionsbescheinigungen, Karten, Umzüge.' },
        { title: 'Zeit vorspulen', text: 'Oben unter „Vorführung“ spulen Sie die Zeit vor und sehen, was von selbst geschieht.' },
      ],
      privacy: [
        {
          title: 'Jeder Blick ist ein Eintrag',
          text: 'Hier steht, wer was gelesen, geändert oder vergeblich versucht hat. Auch was Sie jetzt lesen, steht gleich darin.',
        },
        {
          title: 'Wer hat gelesen?',
          text: 'Suchen Sie eine Person, öffnen Sie „Wer hat gelesen?“ und wählen Sie einen Monat: Das ist die Auskunft nach Art. 15 DSGVO.',
        },
        {
          title: 'Unverändert?',
          text: 'Jeder Eintrag hängt am vorigen. Oben steht, wann das ganze Protokoll zuletzt geprüft und unterschrieben wurde.',
        },
      ],
      security: [
        { title: 'Der eigene Kreis', text: 'Diese Aufgaben sieht außer Ihnen niemand: nicht die Leitung, nicht die Technik.' },
        {
          title: 'Kein Zeichen nach außen',
          text: 'Suchen Sie nach „SI-“. Als andere Rolle findet dieselbe Suche nichts, und keine Zahl verrät etwas.',
        },
      ],
    },
  },
};
