# peer_spamassassin.pl RULES: each file named on standard input as a message, under the body rules of a folder.
use strict;
use warnings;
use Mail::SpamAssassin;

my $rules = shift;
my $judge = Mail::SpamAssassin->new({ rules_filename => $rules, site_rules_filename => $rules, userprefs_filename => "/dev/null",
    local_tests_only => 1, dont_copy_prefs => 1 });
while (my $path = <STDIN>) {
    chomp $path;
    open my $file, "<", $path or die "$path: $!";
    local $/;
    my $mail = $judge->parse("From: a\@example.org\nTo: b\@example.org\nSubject: draft\n\n" . <$file>);
    my $status = $judge->check($mail);
    $status->finish();
    $mail->finish();
}
