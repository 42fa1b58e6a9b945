/**
 * Names as an immigration office has them: a few that very many people bear, in the spellings of their passports, and a long tail. Sorted by how
 * often they come, so that whoever draws them by a power of the rank gets the spread of a real office.
 */
const families = `
Ahmadi Mohammadi Hussein Haddad Nguyen Yılmaz Kaya Ali Hassan Singh Khan Öztürk Ivanova Shevchenko Rahimi Hosseini Al-Hassan Demir Kovalenko Traoré
Rezaei Popescu Karimi Ibrahim Mohamed Tesfay Bondarenko Çelik Osman Abdullah Sharma Petrović Kurt Sokolow Melnyk Hashemi Sadat Ahmed Yıldız Şahin
Haile Kravchenko Mohammad Müller Tkachenko Kaplan Noori Habibi Diallo Hakimi Aydın Özdemir Stanikzai Tran Weldu Berisha Arslan Doğan Krasniqi Kovács
Koroma Hoxha Jovanović Nikolić Đorđević Ismail Qasimi Sultani Zadran Amiri Gashi Kılıç Bah Kamara Jallow Ceesay Touray Barry Balde Camara Keita Sow
Oliynyk Lysenko Polishchuk Rudenko Savchenko Marchenko Boyko Moroz Kuznetsov Smirnova Popov Volkova Lebedev Georgiou Papadopoulos Nowak Kowalczyk
Łukaszewicz O'Brien El-Khatib Al-Ahmad Abdulrahman Alhassan Mahmoud Khalil Khoury Suleiman Youssef Nasser Saleh Salim Darwish Hamdan Mansour Najjar
Zwilling Castro García Rodríguez Fernández Silva Santos Oliveira Pereira Costa Hernández Nkosi Okafor Adeyemi Mensah Owusu Boateng Abebe Gebremedhin
`;
const given = `
Mohammad Ahmad Ali Fatima Maria Olena Anna Mohamed Hussein Yusuf Ibrahim Zahra Hassan Iryna Samira Mehmet Ayşe Natalia Omar Mustafa Oleksandr Abdullah
Amina Elena Khaled Tetiana Svitlana Mariam Reza Ana Ahmet Emine Kim Linh Aleksandar Dragana Georgios Yulia Serhii Andrii Viktoriia Nadia Layla Noor
Sara Leila Hamid Hamza Bilal Karim Rahim Said Tariq Jamal Farid Nasrin Parisa Shirin Zoë Søren Zainab Hatice Murat Özgür Gül Şükrü Elif Can Deniz Ion
Mihai Ioana Abdul Rahman Amanuel Filmon Selam Yohannes Mulu Aissatou Mamadou Fatoumata Ousmane Lamin Ebrima Awa José Luis Carmen Sofía Camila João
Wanjiru Chidi Ngozi Kwame Ama Priya Rahul Gurpreet Harjit Xin Wei Li Minh Thi Van Duc Huong Thanh Tuan Petra Jelena Miloš Đurđa Katarzyna Zbigniew
`;

const listed = (text: string): string[] => text.trim().split(/\s+/);

const onsets = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'z', 'sch', 'kh', 'tr', 'dr', 'gh', 'j'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ö', 'ü', 'aa', 'ei', 'ou'];
const endings = ['', 'n', 'r', 's', 'ow', 'i', 'ev', 'man', 'zai', 'ić', 'yan', 'oğlu', 'enko'];

/** Rare names: always the same for the same number. */
const rare = (index: number): string => {
  const syllable = (of: number): string => `${onsets[of % onsets.length]}${vowels[Math.floor(of / onsets.length) % vowels.length]}`;
  const word = `${syllable(index * 7)}${syllable(index * 13 + 5)}${index % 3 === 0 ? syllable(index * 29 + 11) : ''}${endings[index % endings.length]}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
};

const withRare = (common: readonly string[], many: number): string[] => [
  ...common,
  ...new Set(Array.from({ length: many }, (_, index) => rare(index)).filter((name) => !common.includes(name))),
];

export const familyNames = withRare(listed(families), 9_000);
export const givenNames = withRare(listed(given), 3_000);
